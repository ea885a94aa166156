//! The embedded service: a stateful emulator of SageMaker's image API, spoken over real HTTP on loopback.
//!
//! It serves `sagescope --demo`, `sagescope emulator` (for the AWS CLI, boto3 and the like) and the tests. It holds a
//! [`Catalogue`] of images, applies the limits, words and life cycle of the real service, and can be told to misbehave
//! with a [`Fault`]. It shares no validation with the rest of the program: two readings of the same rules check each other.
//!
//! The way of a request: `server` accepts a connection and gives it a seat in the `roster`, `exchange` takes one request
//! through `origin` (may this client ask at all?), `call` (what is asked, by whom), `arrival` (the record), `fault_queue`
//! (should it go wrong?), `serve` (the operations) and `answer` (the bytes).

mod answer;
mod arrival;
mod assume_role;
mod body;
mod bounded;
mod call;
mod caller_identity;
mod catalogue;
mod catalogue_file;
mod catalogue_image;
mod clock;
pub mod command;
mod cursor;
mod describe_image;
mod edit;
mod exchange;
mod fault;
mod fault_kind;
mod fault_queue;
mod form_body;
mod handle;
mod image;
mod image_status;
mod journal;
mod limits;
mod lines;
mod list_images;
mod list_query;
mod made;
mod members;
mod mfa;
mod moment;
mod operation;
mod options;
mod origin;
mod pattern;
mod place;
mod refusal;
mod request_id;
mod roster;
mod serve;
mod server;
mod sessions;
mod signature;
mod start_error;
mod state;
mod store;
mod text_rule;
mod update_image;
mod violations;
mod walk;
mod xml;

pub use arrival::Arrival;
pub use catalogue::{Catalogue, CatalogueError};
pub use catalogue_image::CatalogueImage;
pub use edit::{Change, Edit};
pub use fault::{Fault, FaultError};
pub use fault_kind::FaultKind;
pub use handle::Emulator;
pub use image_status::{ImageStatus, UnknownStatus};
pub use limits::Limits;
pub use mfa::Mfa;
pub use operation::Operation;
pub use options::Options;
pub use start_error::StartError;
