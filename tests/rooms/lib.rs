//! The rooms that know no SDK, as a crate of their own.

#[path = "../../src/app/mod.rs"]
pub mod app;
#[path = "../../src/config/mod.rs"]
pub mod config;
#[path = "../../src/disk/mod.rs"]
pub mod disk;
#[path = "../../src/domain/mod.rs"]
pub mod domain;
#[path = "../../src/edit/mod.rs"]
pub mod edit;
#[path = "../../src/export/mod.rs"]
pub mod export;
#[path = "../../src/flow/mod.rs"]
pub mod flow;
#[path = "../../src/keys/mod.rs"]
pub mod keys;
#[path = "../../src/plain_file.rs"]
mod plain_file;
#[path = "../../src/scan/mod.rs"]
pub mod scan;
#[path = "../../src/service/mod.rs"]
pub mod service;
#[path = "../../src/theme/mod.rs"]
pub mod theme;
#[path = "../../src/view/mod.rs"]
pub mod view;
