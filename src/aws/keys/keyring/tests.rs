//! Keys that come late, never, or expire.

use super::*;
use crate::aws::KeySteps;
use crate::aws::keys::expiry::MARGIN;
use crate::aws::keys::source::Source;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::SystemTime;
use tokio::sync::Semaphore;

/// Keys that come once the semaphore lets them.
#[derive(Debug)]
struct Touch(Arc<(Semaphore, AtomicUsize)>);

impl ProvideCredentials for Touch {
    fn provide_credentials<'a>(&'a self) -> Providing<'a>
    where
        Self: 'a,
    {
        Providing::new(async {
            self.0.1.fetch_add(1, Ordering::SeqCst);
            drop(self.0.0.acquire().await);
            Ok(Credentials::new("AKIA", "secret", None, None, "test"))
        })
    }
}

fn keyring(limit: Duration) -> (Keyring, Arc<(Semaphore, AtomicUsize)>) {
    let touch = Arc::new((Semaphore::new(0), AtomicUsize::new(0)));
    let chain = Chain::of(vec![Source::new("touch", Touch(Arc::clone(&touch)))], KeySteps::default());
    (Keyring::new(chain, limit), touch)
}

#[tokio::test]
async fn a_person_is_asked_once_though_requests_come_and_go() {
    let (keyring, touch) = keyring(Duration::from_mins(1));
    for _ in 0..3 {
        assert!(timeout(Duration::ZERO, keyring.ready()).await.is_err());
    }
    assert!(keyring.is_busy());
    touch.0.add_permits(1);
    keyring.ready().await.unwrap();
    keyring.ready().await.unwrap();
    assert_eq!(touch.1.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn keys_that_never_come_are_not_waited_for() {
    let (keyring, _) = keyring(Duration::ZERO);
    let failure = keyring.ready().await.unwrap_err();
    assert_eq!(failure.class, FailureClass::NoCredentials);
}

#[tokio::test]
async fn a_fetch_that_is_stopped_ends_for_all_and_the_next_one_is_new() {
    let (keyring, touch) = keyring(Duration::from_mins(1));
    let waiting: Vec<_> = (0..2)
        .map(|_| {
            let keyring = keyring.clone();
            tokio::spawn(async move { keyring.ready().await })
        })
        .collect();
    while touch.1.load(Ordering::SeqCst) == 0 {
        tokio::task::yield_now().await;
    }
    keyring.stop();
    assert!(!keyring.is_busy());
    for waiting in waiting {
        assert_eq!(waiting.await.unwrap().unwrap_err().class, FailureClass::Stopped);
    }
    touch.0.add_permits(1);
    keyring.ready().await.unwrap();
    assert_eq!(touch.1.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn keys_that_end_soon_are_had_anew() {
    /// Keys that are good for so long.
    #[derive(Debug)]
    struct Lasting(Duration, Arc<AtomicUsize>);
    impl ProvideCredentials for Lasting {
        fn provide_credentials<'a>(&'a self) -> Providing<'a>
        where
            Self: 'a,
        {
            self.1.fetch_add(1, Ordering::SeqCst);
            let end = Some(SystemTime::now() + self.0);
            Providing::ready(Ok(Credentials::new("AKIA", "secret", None, end, "test")))
        }
    }
    for (span, fetches) in [(MARGIN / 2, 2), (MARGIN * 2, 1)] {
        let count = Arc::new(AtomicUsize::new(0));
        let source = Source::new("lasting", Lasting(span, Arc::clone(&count)));
        let keyring = Keyring::new(Chain::of(vec![source], KeySteps::default()), Duration::from_mins(1));
        keyring.ready().await.unwrap();
        keyring.ready().await.unwrap();
        assert_eq!(count.load(Ordering::SeqCst), fetches);
    }
}

#[tokio::test]
async fn a_panic_in_a_source_is_a_failure() {
    #[derive(Debug)]
    struct Broken;
    impl ProvideCredentials for Broken {
        fn provide_credentials<'a>(&'a self) -> Providing<'a>
        where
            Self: 'a,
        {
            Providing::new(async { panic!("a bug of a source") })
        }
    }
    let chain = Chain::of(vec![Source::new("broken", Broken)], KeySteps::default());
    let keyring = Keyring::new(chain, Duration::from_mins(1));
    assert_eq!(keyring.ready().await.unwrap_err().class, FailureClass::Bug);
    assert_eq!(keyring.ready().await.unwrap_err().class, FailureClass::Bug);
}
