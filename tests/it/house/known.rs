//! What is not as it should be yet. These lists only become shorter.

/// Uses without which no files would import one another in a circle: the file that uses, and the file
/// that defines. Whoever breaks a circle takes its lines off.
pub const CIRCLES: &[(&str, &str)] = &[];

/// Uses of a room above, or of one beside: the file that uses, and the file that defines.
pub const ROOMS: &[(&str, &str)] = &[];
