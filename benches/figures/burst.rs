//! What a program writes in one go.

use std::time::{Duration, Instant};

/// A run of output that was followed by silence.
#[derive(Debug, Clone, Copy)]
pub struct Burst {
    /// When its first byte came.
    pub first: Instant,
    /// When its last byte came.
    pub last: Instant,
    pub bytes: usize,
    /// How often something was read: no more often than it was written.
    pub reads: usize,
    /// How many frames were painted.
    pub frames: usize,
}

/// Output, as it was read.
pub struct Chunk {
    pub at: Instant,
    pub bytes: Vec<u8>,
}

impl Burst {
    /// The burst that `chunks` are, if they are any.
    pub fn of(chunks: &[Chunk]) -> Option<Self> {
        const END_OF_FRAME: &[u8] = b"\x1b[?2026l";
        let (first, last) = (chunks.first()?.at, chunks.last()?.at);
        let all: Vec<u8> = chunks.iter().flat_map(|chunk| chunk.bytes.iter().copied()).collect();
        let frames = all.windows(END_OF_FRAME.len()).filter(|window| *window == END_OF_FRAME).count();
        Some(Self { first, last, bytes: all.len(), reads: chunks.len(), frames })
    }
}

/// Whether `words` are among the bytes.
pub fn contains(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|part| part == words.as_bytes())
}

/// This long nothing comes, and a burst is over.
pub const SILENCE: Duration = Duration::from_millis(20);
/// Longer than anything the program does by itself after a key.
pub const SETTLED: Duration = Duration::from_millis(600);
