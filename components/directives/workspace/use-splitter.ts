'use client'

import { useEffect, useState, type PointerEvent } from 'react'

const KEY = 'luoshi_workspace_split'
const STEP = 3
const clamp = (value: number) => Math.min(65, Math.max(30, value))

/** How wide the text stands, in percent; moved by mouse, by [ and ], and remembered in this browser. */
export function useSplitter() {
  const [percent, setPercent] = useState(42)
  useEffect(() => {
    const kept = Number(localStorage.getItem(KEY))
    // eslint-disable-next-line react-hooks/set-state-in-effect -- what the browser remembers is known only after the first drawing
    if (kept >= 30 && kept <= 65) setPercent(kept)
  }, [])
  function keep(value: number) {
    setPercent(value)
    localStorage.setItem(KEY, String(value))
  }
  return {
    percent,
    move: (direction: 1 | -1) => keep(clamp(percent + direction * STEP)),
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const box = event.currentTarget.parentElement?.getBoundingClientRect()
      if (!box) return
      const bar = event.currentTarget
      bar.setPointerCapture(event.pointerId)
      const drag = (moved: globalThis.PointerEvent) =>
        keep(clamp(((moved.clientX - box.left) / box.width) * 100))
      bar.addEventListener('pointermove', drag)
      bar.addEventListener('pointerup', () => bar.removeEventListener('pointermove', drag), { once: true })
    },
  }
}
