import type { DemoDates } from './demo-dates'

/** An order in English, in the manner of an executive order: sections, (a), (i), terms counted from its date. */
export const orderText = ({ en, year }: DemoDates) => `MINISTRY OF LIVELIHOOD AFFAIRS

MINISTERIAL ORDER NO. 9 OF ${year(-2)}

Making Livelihood Services Reachable by Everyone, Online and in Person

${en(-2)}

By the authority vested in me as Minister of Livelihood Affairs, and in order to make every service of the Ministry reachable by those who need it most, it is hereby ordered as follows:

Section 1. Purpose. Older persons, persons with disabilities and families in hardship still meet services that were designed for somebody else. This order sets out how the Ministry will change that.

Sec. 2. Policy. It is the policy of the Ministry that no person shall be refused a service because of age, disability or the lack of a telephone.

Sec. 3. One Entrance. (a) Within 45 days of the date of this order, the Information Centre shall submit to the Minister a plan to merge the existing application portals into a single entrance.
(b) The Department of Social Assistance, in coordination with the Monitoring Centre for Low-Income Population, shall reduce the documents required for an application to those that the Ministry does not already hold by ${en(30)}.
(c) Within 90 days of the date of this order, the Department of Policy and Law shall revise the rules on electronic signatures so that an authorised relative may sign for an applicant.

Sec. 4. Service in Person. (a) The Department of Primary-Level Governance and Communities shall ensure that every community service station keeps a staffed window during opening hours.
(b) Within 60 days of the date of this order, the Department of Services for Older Persons, in consultation with the Guidance Centre for Care of Older Persons, shall publish standards for home visits to applicants who cannot travel.
(c) The College of Livelihood Officials shall train the staff of service windows in plain speech and sign language, and shall report the numbers trained every quarter.

Sec. 5. Accessibility. (a) Within 30 days of the date of this order, the Information Centre shall test all public pages against the national accessibility standard and publish the results.
(b) The Department of Social Affairs, in coordination with the Information Centre, shall provide every form concerning disability benefits in large print and in audio by ${en(45)}.

Sec. 6. Protection of Personal Data. (a) The General Office shall review who may see the personal data of applicants and shall withdraw access that is not needed within 60 days of the date of this order.
(b) The Department of Child Welfare shall ensure that no photograph of a child is published without the written consent of the guardian.

Sec. 7. Funding and Evaluation. (a) The Department of Planning and Finance shall identify the funds required to carry out this order and shall include them in the next annual budget request.
(b) Within 180 days of the date of this order, the Institute of Livelihood Policy shall submit an independent evaluation of its effects.

Sec. 8. General Provisions. (a) Nothing in this order shall be construed to impair the lawful powers of local departments.
(b) This order does not create any right enforceable at law against the Ministry or its officers.

Zhou Qiming
Minister of Livelihood Affairs
`
