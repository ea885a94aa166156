//! The embedded service: a stateful emulator of SageMaker's image API, and of what uses images, spoken over real HTTP on loopback.
//!
//! It serves `sagescope --demo`, `sagescope emulator` (for the AWS CLI, boto3 and the like) and the tests. It holds a
//! [`Catalogue`] of images and of domains of Studio, applies the limits, words and life cycle of the real service, and can be told to misbehave
//! with a [`Fault`]. It shares no validation with the rest of the program: two readings of the same rules check each other.
//!
//! ```text
//! wire       HTTP: connections, requests as they are read, and the bytes of answers
//! catalogue  what it begins with
//! faults     the ways in which requests can be made to go wrong
//! ops        the operations, a file for each, and the table of them
//! rules      what the service's model asks, and the words in which it refuses
//! store      what it keeps: the account with its images and what Studio has, and the record of requests
//! ```
//!
//! Each knows those below it, never those above.
//!
//! The way of a request through `wire`: `server` accepts a connection and enters it in `connections`; `request_handler`
//! takes one request through `origin` (may this client ask at all?), `api_request` (what is asked, by whom), the record
//! in `store`, `faults` (should it go wrong?), `ops` (the operations) and `api_response` (the bytes).

mod catalogue;
pub mod command;
mod contents_handle;
mod emulator_handle;
mod faults;
mod ops;
mod options;
mod rules;
mod start_error;
mod stdout_lines;
mod store;
mod studio_handle;
mod wire;

pub use catalogue::{
    Catalogue, CatalogueApp, CatalogueAppImageConfig, CatalogueDomain, CatalogueError, CatalogueImage,
    CatalogueSpace, CatalogueUserProfile, CatalogueVersion, StudioDetails,
};
pub use emulator_handle::Emulator;
pub use faults::{Fault, FaultError, FaultKind};
pub use ops::Operation;
pub use options::Options;
pub use start_error::StartError;
pub use store::{Arrival, Change, Edit, ImageStatus, InStudio, Mfa, UnknownStatus, VersionEdit};
pub use wire::Limits;
