//! Stand-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    Details,
    Versions,
    Tags,
}
impl super::App {
    pub fn tab(&self) -> Tab {
        Tab::Details
    }
    pub fn current_version(&self) -> Option<u32> {
        None
    }
}
