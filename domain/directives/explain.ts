/** Why a sentence was classed as it is, as a person is told: each stands for a family of rules. */
export const explanations = [
  'orders',
  'listed',
  'agreed',
  'chapter',
  'charged',
  'assigned',
  'row',
  'joined',
  'recommends',
  'mind',
  'states',
  'told',
  'permits',
  'defines',
  'effect',
  'background',
  'goal',
  'rule',
  'recital',
  'form',
] as const
/** One of `explanations`. */
export type Explanation = (typeof explanations)[number]

const families: [RegExp, Explanation][] = [
  [/^chapter_(?:background)$|^idle_section$|^policy_statement$|^preface$/, 'background'],
  [/^chapter_goal$|^umbrella$|^chapeau$/, 'goal'],
  [/^chapter_/, 'chapter'],
  [/^charged_unit$/, 'charged'],
  [/^(?:assigned_item|attribute_line|labelled_action|label_line|names_in_brackets|actor_to)$/, 'assigned'],
  [/^table_row/, 'row'],
  [/^(?:trailing_deadline|content_of_list|elaboration|follows_\w+)$/, 'joined'],
  [/^(?:agreed|resolved|motion|undertook|would)_/, 'agreed'],
  [/^(?:ordinal_\w+|slogan|listed_\w+|required_step|responsible_for|chapeau_joined)$/, 'listed'],
  [/^recommended$/, 'recommends'],
  [/^(?:study_call|exhortation)$/, 'mind'],
  [/^(?:reported_speech|relayed_instruction|told|operative_remark|done_by_saying)$/, 'told'],
  [/^permission$/, 'permits'],
  [/^(?:definition|deeming|composition|seat)$/, 'defines'],
  [/^(?:effect|savings|severability|penalty|costs)_clause$|^(?:scope|short_title)$/, 'effect'],
  [/^statute_rule$|^self_executing$/, 'rule'],
  [/^(?:recital|preamble)$/, 'recital'],
  [/^(?:assessment|statement|prose|remark|appointment)$/, 'states'],
  [
    /^(?:order_\w+|remark_modal|plain_modal|umbrella_with_subject|modal|statute_duty|directed_to|directs|calls_on|was_asked_to|will_\w+|is_to|needs_to|may_kindly|imperative|polite_request|prohibit\w+|operative_act|duty_of_comply)$/,
    'orders',
  ],
  [
    /^(?:heading|title|furniture|signature|addressee|introducer|narrative|fragment|markup|table_frame|contact|form|front_matter|opening_formula|closing_formula)$/,
    'form',
  ],
]

/** What a rule's name means for a person; null for a name that no family knows. */
export function explain(reason: string): Explanation | null {
  return families.find(([shape]) => shape.test(reason))?.[1] ?? null
}
