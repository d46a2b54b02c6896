// Six provinces that are on no map, each with two cities and one county (under its first city).
import type { DemoUnit } from './demo-units'
import { MINISTRY } from './demo-units'

type Region = {
  code: string
  province: [string, string]
  cities: [string, string][]
  county: [string, string]
}

const REGIONS: Region[] = [
  {
    code: 'jiangzhou',
    province: ['江州', 'Jiangzhou'],
    cities: [
      ['镜湖', 'Jinghu'],
      ['白鹭', 'Bailu'],
    ],
    county: ['柳岸', 'Liu’an'],
  },
  {
    code: 'yunling',
    province: ['云岭', 'Yunling'],
    cities: [
      ['翠微', 'Cuiwei'],
      ['霞关', 'Xiaguan'],
    ],
    county: ['竹坞', 'Zhuwu'],
  },
  {
    code: 'beitang',
    province: ['北塘', 'Beitang'],
    cities: [
      ['雁塘', 'Yantang'],
      ['朔原', 'Shuoyuan'],
    ],
    county: ['榆坡', 'Yupo'],
  },
  {
    code: 'songyuan',
    province: ['松原', 'Songyuan'],
    cities: [
      ['松涛', 'Songtao'],
      ['雪岭', 'Xueling'],
    ],
    county: ['桦林', 'Hualin'],
  },
  {
    code: 'hailing',
    province: ['海陵', 'Hailing'],
    cities: [
      ['潮鸣', 'Chaoming'],
      ['帆影', 'Fanying'],
    ],
    county: ['渔灯', 'Yudeng'],
  },
  {
    code: 'qingxi',
    province: ['清溪', 'Qingxi'],
    cities: [
      ['兰芷', 'Lanzhi'],
      ['枫桥', 'Fengqiao'],
    ],
    county: ['梅坞', 'Meiwu'],
  },
]

const codeOf = (english: string) => english.toLowerCase().replace(/[^a-z]/g, '')

function unitsOf({ code, province, cities, county }: Region): DemoUnit[] {
  const [name, english] = province
  const cityUnits = cities.map(
    ([cityName, cityEnglish]): DemoUnit => ({
      code: `${code}-${codeOf(cityEnglish)}`,
      kind: 'city',
      parent: code,
      name: `${cityName}市民生事务局`,
      shortName: `${cityName}市`,
      nameEn: `Livelihood Affairs Bureau of ${cityEnglish} City`,
      shortNameEn: cityEnglish,
      aliases: [cityName, `${cityName}市民生局`],
      formerNames: [`${cityName}市福利局`],
    }),
  )
  return [
    {
      code,
      kind: 'province',
      parent: MINISTRY,
      name: `${name}省民生事务厅`,
      shortName: name,
      nameEn: `Livelihood Affairs Department of ${english} Province`,
      shortNameEn: english,
      aliases: [`${name}省`, `${name}省民生厅`, `${name}省厅`],
      formerNames: [`${name}省福利厅`],
    },
    ...cityUnits,
    {
      code: `${code}-${codeOf(county[1])}`,
      kind: 'county',
      parent: cityUnits[0]?.code ?? code,
      name: `${county[0]}县民生事务局`,
      shortName: `${county[0]}县`,
      nameEn: `Livelihood Affairs Office of ${county[1]} County`,
      shortNameEn: `${county[1]} County`,
      aliases: [county[0], `${county[0]}县民生局`],
    },
  ]
}

/** The local departments, parents first. */
export const DEMO_REGIONS: DemoUnit[] = REGIONS.flatMap(unitsOf)

/** Codes of the six provinces. */
export const DEMO_PROVINCES = REGIONS.map(({ code }) => code)
