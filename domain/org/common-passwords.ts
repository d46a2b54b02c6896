/**
 * Passwords that are tried first: words, names and pinyin, without the digits and signs that people hang on to them.
 * A password whose letters are one of these, whatever surrounds them, is refused. Our own list.
 */
export const COMMON_STEMS: ReadonlySet<string> = new Set(
  `password passwort passwd pass passw0rd p@ssw0rd p@ssword pa55word admin administrator root user test testing guest
  demo default login welcome hello changeme letmein secret master super superuser manager system sysadmin service
  qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc qweasd qweasdzxc wasd azerty iloveyou loveyou
  love woaini woainima woaizhongguo woaiwojia zhongguo china beijing shanghai guangzhou shenzhen tiananmen renmin
  minzheng minzhengbu minzhengju duchaban ducha bangong bangongshi luoshi supervision ministry civilaffairs office
  mima mimamima wodemima denglu guanliyuan ceshi nihao nihaoma xiexie huanying gongxi facai gongxifacai jixiang
  ruyi jixiangruyi pingan kuaile xingfu jiankang zhangsan lisi wangwu zhaoliu xiaoming laoshi baobei baobao laopo
  laogong aini dragon monkey tiger princess sunshine shadow football baseball basketball superman batman starwars
  michael jordan jennifer charlie daniel thomas robert computer internet google baidu taobao tencent weixin wechat
  qqqq alibaba huawei xiaomi windows microsoft apple samsung abc abcd abcde abcdef abcdefg aaa aaaa aaaaa aaaaaa
  spring summer autumn winter january february march april june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday freedom whatever trustno trustnoone access flower cheese
  killer pepper ginger hunter soccer hockey ranger matrix mustang corvette ferrari mercedes`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** Digits that are tried first: runs, repeats, and the well-wishing ones. */
export const COMMON_DIGITS: ReadonlySet<string> = new Set(
  `1234567890 0123456789 9876543210 12345678900 123456789012 1234512345 1234567891 1231231231 123123123123 1122334455
  112233445566 1111111111 0000000000 8888888888 6666666666 5201314520 5201314521 1314520520 5211314521 1357924680
  2468013579 1472583690 1592634870 7894561230 0987654321 1029384756 1212121212 1010101010 2020202020 9999999999
  6668886668 1688816888 1391391391 13800138000 10086100861 1008610086 1234554321 1230984567`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** Rows of the keyboard and of the alphabet, along which a finger runs. */
export const RUNS: readonly string[] = [
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '01234567890',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '!@#$%^&*()',
]
