//! Several requests at once, and not too many.

use std::sync::{Mutex, PoisonError};

use crate::domain::Failure;

/// Asks for each of `items`, four of them at a time at the most. The first failure ends it, and what was
/// still asked for is dropped. What came is in no order.
pub(super) async fn each<T, R, F>(
    items: impl Iterator<Item = T>,
    ask: impl Fn(T) -> F,
) -> Result<Vec<R>, Failure>
where
    F: Future<Output = Result<R, Failure>>,
{
    let left = Mutex::new(items);
    let next = || left.lock().unwrap_or_else(PoisonError::into_inner).next();
    let one_after_another = async || {
        let mut came = Vec::new();
        while let Some(item) = next() {
            // A request of the SDK is a large future, and here are four.
            came.push(Box::pin(ask(item)).await?);
        }
        Ok::<_, Failure>(came)
    };
    let lanes =
        tokio::try_join!(one_after_another(), one_after_another(), one_after_another(), one_after_another());
    let (mut all, b, c, d) = lanes?;
    all.extend([b, c, d].into_iter().flatten());
    Ok(all)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::domain::FailureClass;

    #[tokio::test]
    async fn all_are_asked_for_four_at_a_time() {
        for (count, most) in [(0, 0), (1, 1), (3, 3), (4, 4), (23, 4)] {
            let (now, highest) = (Cell::new(0), Cell::new(0));
            let (now, highest) = (&now, &highest);
            let asked = each(0..count, |item| async move {
                now.set(now.get() + 1);
                highest.set(highest.get().max(now.get()));
                tokio::task::yield_now().await;
                now.set(now.get() - 1);
                Ok(item)
            });
            let mut came = asked.await.unwrap();
            came.sort_unstable();
            assert_eq!(came, (0..count).collect::<Vec<_>>());
            assert_eq!(highest.get(), most, "{count}");
        }
    }

    #[tokio::test]
    async fn the_first_failure_ends_it() {
        let asked = Cell::new(0);
        let asked = &asked;
        let failed = each(0..100, |item| async move {
            asked.set(asked.get() + 1);
            tokio::task::yield_now().await;
            if item == 5 { Err(Failure::new(FailureClass::Denied, "no")) } else { Ok(item) }
        });
        assert_eq!(failed.await.unwrap_err().class, FailureClass::Denied);
        assert!(asked.get() <= 9, "{}", asked.get());
    }
}
