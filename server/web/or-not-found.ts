import { notFound } from 'next/navigation'
import { isFailure } from '@/domain/errors'

/** Shows the one page for “not found or not allowed” where a query throws either. */
export async function orNotFound<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise
  } catch (error) {
    if (isFailure(error) && (error.kind === 'not_found' || error.kind === 'forbidden')) notFound()
    throw error
  }
}
