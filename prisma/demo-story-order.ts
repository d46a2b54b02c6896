import type { DirectiveStory } from './demo-story'
import { orderText } from './demo-text-order'

/** Taken in yesterday; the officer has decided on some of it, the rest is as the program proposed. */
export const ORDER: DirectiveStory = {
  key: 'order',
  text: orderText,
  title: 'Ministerial Order No. 9: Making Livelihood Services Reachable by Everyone',
  issuer: 'Ministry of Livelihood Affairs',
  kind: 'instruction',
  chair: '周启明',
  issued: -2,
  takenIn: -1,
  officer: 'lijing',
  decided: false,
  tasks: [
    {
      key: 'entrance',
      find: 'merge the existing application portals',
      title: 'Submit a plan to merge the application portals into a single entrance',
      result: 'Plan with stages, costs and a list of the portals to be closed',
      lead: 'xxzx',
      support: ['bgt'],
    },
    {
      key: 'documents',
      find: 'reduce the documents required',
      title: 'Reduce the documents required for an application',
      result: 'List of documents no longer asked for',
      lead: 'shjz',
      support: ['dsjc'],
    },
    {
      key: 'signatures',
      find: 'electronic signatures',
      title: 'Revise the rules on electronic signatures',
      result: 'Revised rules, in force',
      lead: 'zcfg',
    },
    {
      key: 'home-visits',
      find: 'publish standards for home visits',
      title: 'Publish standards for home visits to applicants who cannot travel',
      result: 'Published standards',
      lead: 'ylfw',
      support: ['ylzd'],
    },
  ],
  dropped: [
    {
      find: 'It is the policy of the Ministry',
      reason: 'States the policy; the tasks follow in the sections below',
      class: 'goal',
    },
  ],
  waves: [],
}
