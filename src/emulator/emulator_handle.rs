//! The handle on a running service.

use std::{
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
};

use serde_json::Value;
use tokio::{net::TcpListener, sync::mpsc::UnboundedReceiver, task::JoinHandle, time::Instant};

use super::{options::Options, start_error::StartError};
use crate::emulator::{
    catalogue::{self, CatalogueImage},
    faults::Fault,
    rules::pattern,
    store::{Account, Arns, Arrival, Clock, Edit, ImageStatus, ImageStore, StudioStore},
    wire::{ServerState, server},
};

/// A handle on a running service. Clones are cheap and hold the same service; it stops when the last one is dropped.
#[derive(Clone, Debug)]
pub struct Emulator(Arc<Running>);

#[derive(Debug)]
struct Running {
    address: SocketAddr,
    state: Arc<ServerState>,
    accepting: JoinHandle<()>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

impl Emulator {
    /// Binds the port on 127.0.0.1 and begins to serve; to be called within a tokio runtime.
    ///
    /// # Errors
    /// Where the port can't be had, or the account or region can't be one.
    pub async fn start(options: Options) -> Result<Self, StartError> {
        if !pattern::is_account(&options.account) {
            return Err(StartError::Account(options.account));
        }
        if !is_region(&options.region) {
            return Err(StartError::Region(options.region));
        }
        let port = options.port;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await;
        let listener = listener.map_err(|error| StartError::of(port, error))?;
        let address = listener.local_addr().map_err(|error| StartError::of(port, error))?;
        let state = Arc::new(state_of(options));
        let accepting = tokio::spawn(server::accept(listener, Arc::clone(&state)));
        Ok(Self(Arc::new(Running { address, state, accepting })))
    }

    pub(super) fn account(&self) -> &Account {
        &self.0.state.account
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.0.address
    }

    /// What a client takes for its endpoint, as `http://127.0.0.1:4566`.
    #[must_use]
    pub fn endpoint_url(&self) -> String {
        format!("http://{}", self.0.address)
    }

    /// The requests so far, in order of arrival; the last 10,000, and fewer where they are large
    /// ([`Limits::remembered`](super::Limits::remembered)).
    #[must_use]
    pub fn arrivals(&self) -> Vec<Arrival> {
        self.0.state.log().arrivals()
    }

    /// Every request from now on, as soon as it is over: answered, cut off, or given up by the client.
    #[must_use]
    pub fn watch(&self) -> UnboundedReceiver<Arrival> {
        self.0.state.log().watch()
    }

    /// From now on this goes wrong too, behind the faults already in force.
    pub fn inject(&self, fault: Fault) {
        self.0.state.faults().push(fault);
    }

    /// From now on nothing goes wrong.
    pub fn clear_faults(&self) {
        self.0.state.faults().clear();
    }

    /// Someone else's edit: applied at once, unvalidated; `LastModifiedTime` moves on and the status stays.
    /// False where there is no such image.
    #[must_use]
    pub fn edit_as_someone_else(&self, image_name: &str, edit: Edit) -> bool {
        self.account().edit(image_name, edit)
    }

    /// Puts an image in a status, for a reason if it failed; it stays there. False where there is no such image.
    #[must_use]
    pub fn set_status(&self, image_name: &str, status: ImageStatus, failure_reason: Option<&str>) -> bool {
        let now = self.account().clock.at(Instant::now());
        let mut images = self.account().images();
        images.forget_settling(image_name);
        images.amend(image_name, now, |image| {
            image.status = status;
            image.failure_reason = failure_reason.map(Box::from);
        })
    }

    /// Takes an image away. False where there is no such image.
    #[must_use]
    pub fn remove(&self, image_name: &str) -> bool {
        self.account().images().remove(image_name)
    }

    /// Adds an image, unvalidated, in place of one of the same name. Its ages count from now.
    pub fn add(&self, mut image: CatalogueImage) {
        let account = self.account();
        let now = account.clock.at(Instant::now());
        let (name, contents) = (image.name.clone(), image.take_contents(&account.arns, now));
        let mut images = account.images();
        images.insert(image.into_image(&account.arns, now));
        if let Some(contents) = contents {
            images.set_contents(&name, contents);
        }
    }

    /// The image as `DescribeImage` would answer it now.
    #[must_use]
    pub fn describe(&self, image_name: &str) -> Option<Value> {
        let account = self.account();
        let mut images = account.images();
        images.settle_due(Instant::now(), &account.clock);
        Some(images.get(image_name)?.described(&account.arns))
    }

    /// The MFA device shows another code, which is good once.
    pub fn show_code(&self, code: &str) {
        if let Some(mfa) = self.account().mfa().as_mut() {
            code.clone_into(&mut mfa.code);
        }
    }

    /// Ends every update under way, as if its time had passed.
    pub fn settle_now(&self) {
        let now = self.account().clock.at(Instant::now());
        self.account().images().settle_all(now);
    }
}

/// The service as it begins.
fn state_of(options: Options) -> ServerState {
    let arns = Arns { region: options.region, account: options.account };
    let clock = Clock::start();
    let mut images = options.catalogue.images;
    let contents: Vec<_> = images
        .iter_mut()
        .filter_map(|image| Some((image.name.clone(), image.take_contents(&arns, clock.epoch())?)))
        .collect();
    let images = images.into_iter().map(|image| image.into_image(&arns, clock.epoch())).collect();
    let mut images = ImageStore::of(images, catalogue::contents);
    for (name, contents) in contents {
        images.set_contents(&name, contents);
    }
    let mut studio = StudioStore::default();
    let domains = options.catalogue.domains.into_iter();
    for record in domains.flat_map(|it| it.into_records(&arns, clock.epoch())) {
        studio.insert(record);
    }
    let configs = options.catalogue.app_image_configs.into_iter();
    for record in configs.map(|it| it.into_record(&arns, clock.epoch())) {
        studio.insert(record);
    }
    let roles = options.catalogue.unassumable_roles.iter();
    let roles = roles.map(|role| arns.role(role)).collect();
    let account = Account::new(arns, clock, options.settle, images, studio, roles, options.mfa);
    ServerState::new(account, options.latency, options.limits, options.faults)
}

fn is_region(text: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !text.is_empty() && text.bytes().all(is_letter)
}
