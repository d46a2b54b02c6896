/** Minutes of a ministry's meeting as a scraper leaves them: readings in brackets, doubled marks, traditional characters. Own wording. */
export const noisyMinutesSample = `2024年3月6日上午,,江海省民政廳召開廳務(wù)會議,,學(xué)習(xí)傳達(dá)全國民政工作會議精神,,研究部署全年重點(diǎn)任務(wù),。廳黨組書記,、廳長周明遠(yuǎn)主持會議,。
會議認(rèn)為,,全國民政工作會議系統(tǒng)總結(jié)了過去一年的成績,強(qiáng)調(diào)要兜牢基本民生底線,;要深化養(yǎng)老服務(wù)改革,,為做好今年工作提供了遵循,。各處室要認(rèn)真學(xué)習(xí)領(lǐng)會,。
會議強(qiáng)調(diào),,一要健全分層分類的社會救助體系,,及時把符合條件的低收入人口納入救助范圍,。要會同有關(guān)部門建立信息共享機(jī)制,,每季度比對一次數(shù)據(jù)(jù),。二要擴(kuò)大養(yǎng)老服務(wù)供給,。養(yǎng)老服務(wù)處要牽頭制定護(hù)理型床位建設(shè)方案,,4月底前報廳務(wù)會議審議,。指導(dǎo)各地盤活閑置房屋,,建設(shè)嵌入式養(yǎng)老服務(wù)設(shè)施。三要守住安全底線,,全面排查養(yǎng)老機(jī)構(gòu),、兒童福利機(jī)構(gòu)消防隱患,,對村(居)委會服務(wù)場所一并檢查,。
廳領(lǐng)導(dǎo)班子成員出席會議,,各處室主要負(fù)責(zé)同志參加會議,。
`

/** A notice with chapters, numbered items, units in brackets and deadlines. Own wording. */
export const noticeSample = `江海省民政厅关于加强冬春救助工作的通知
江民发〔2024〕31号

各市民政局，厅机关各处室：
为保障困难群众温暖过冬，现就有关事项通知如下：
一、总体要求
坚持尽力而为、量力而行，确保困难群众基本生活。
二、主要任务
（一）摸清底数。各市民政局要在2024年11月底前完成困难群众排查，建立工作台账。
（二）落实资金。提前下达冬春救助资金，确保春节前发放到位。（规划财务处牵头，社会救助处配合）
（三）加强值守。救助管理站实行24小时值班；儿童福利机构应当配备夜间护理人员。
三、工作要求
各市民政局要加强督促检查，每月5日前报送进展情况。
本通知自印发之日起施行。

江海省民政厅
2024年10月8日
（此件公开发布）
`

/** An order in the manner of a city's executive orders. Own wording. */
export const orderSample = `EXECUTIVE ORDER No. 12
March 4, 2024
WINTER SHELTER CAPACITY
WHEREAS, the nights of the past winter left people without a bed;
NOW, THEREFORE, by the power vested in me as Mayor of the City of Harborview, it is hereby ordered:
Section 1. Capacity. The Department of Housing shall open 400 additional beds no later than November 1, 2024.(b)  Within 60 days of the date of this order, the Health Agency, in consultation with the Department of Housing, shall submit a staffing plan.
§ 2. Duties. The Office of Shelter Services (OSS) shall:
(a)
inspect every shelter quarterly;
(b)
publish the results on its website.
§ 3. General. Nothing in this order shall be construed to limit the powers of any agency. Agencies may request advice from OSS.
§ 4. Effective Date. This order shall take effect immediately.
`

/** Samples by the kind of noise or structure they show; for tests, seeds and journeys. */
export const samples = { noisyMinutes: noisyMinutesSample, notice: noticeSample, order: orderSample }
