import { useTranslations } from 'next-intl'
import { cx } from '@/lib/cx'
import styles from './timeline.module.css'

/** What each mark of the timetable means. */
export function TimelineKey() {
  const t = useTranslations('timeline.key')
  return (
    <ul className={styles.key} aria-label={t('label')}>
      <li>
        <svg aria-hidden="true">
          <rect x="1" y="4" width="38" height="10" className={styles.bar} />
          <rect x="1" y="6" width="20" height="6" className={styles.solid} />
        </svg>
        {t('bar')}
      </li>
      <li>
        <svg aria-hidden="true">
          <rect x="8" y="4" width="31" height="10" fill="url(#timeline-hatch)" className={styles.added} />
          <path d="M3 1h5v16H3" className={styles.first} />
        </svg>
        {t('extension')}
      </li>
      <li>
        <svg aria-hidden="true">
          <line x1="2" x2="38" y1="9" y2="9" className={styles.late} />
        </svg>
        {t('late')}
      </li>
      <li>
        <svg aria-hidden="true">
          <path d="M6 16V4h8l-2.2 2.6L14 9H6" className={styles.flag} />
          <path d="M24 16V4h8l-2.2 2.6L32 9h-8" className={cx(styles.flag, styles.reached)} />
        </svg>
        {t('milestone')}
      </li>
      <li>
        <svg aria-hidden="true">
          <rect x="10" y="1" width="20" height="16" fill="var(--raised)" />
        </svg>
        {t('off')}
      </li>
      <li>{t('fixed')}</li>
    </ul>
  )
}
