//! HTTP that is broken, or odd.

use super::fault::Fault;
use super::http::Answer;
use super::wire::{Deed, Then};

const MEGABYTE: usize = 1 << 20;

/// What becomes of a request that would be answered with `good`. Nothing where it is no fault of this kind.
pub fn deed(fault: Fault, good: &Answer) -> Option<Deed> {
    endless(fault, good).or_else(|| broken(fault, good)).or_else(|| odd(fault, good))
}

/// What takes its time, or never ends.
fn endless(fault: Fault, good: &Answer) -> Option<Deed> {
    Some(match fault {
        Fault::DripHead => Deed::Drip(Vec::new(), padded_head(good)),
        Fault::DripBody => Deed::Drip(good.head(MEGABYTE).into_bytes(), vec![b' '; MEGABYTE]),
        Fault::LengthTooLong => Deed::Write(with_length(good, good.body.len() + 10), Then::Hang),
        Fault::EndlessHeaders => {
            Deed::Pour(b"HTTP/1.1 200 OK\r\n".to_vec(), b"x-more: and more\r\n".repeat(64))
        }
        Fault::EndlessBody => Deed::Pour(chunked(good), endless_chunk()),
        Fault::EndlessInterim => {
            Deed::Drip(Vec::new(), b"HTTP/1.1 100 Continue\r\n\r\n".repeat(MEGABYTE / 32))
        }
        _ => return None,
    })
}

/// What is no whole answer.
fn broken(fault: Fault, good: &Answer) -> Option<Deed> {
    let (head, whole) = (good.head(good.body.len()), good.bytes());
    let half = good.body.len() / 2;
    let up_to_half = whole[..head.len() + half].to_vec();
    Some(match fault {
        Fault::ResetInHead => Deed::Write(head[..head.len() / 2].into(), Then::Reset),
        Fault::ResetInBody => Deed::Write(up_to_half, Then::Reset),
        Fault::Truncated => Deed::Write(up_to_half, Then::Close),
        Fault::ChunkTruncated => {
            let length = format!("{:x}\r\n", good.body.len());
            Deed::Write([&chunked(good), length.as_bytes(), &good.body[..half]].concat(), Then::Close)
        }
        Fault::ChunkWithoutLength => {
            Deed::Write([&chunked(good), &b"wide\r\n"[..], &good.body].concat(), Then::Close)
        }
        Fault::LengthTooShort => Deed::Write(with_length(good, half), Then::Close),
        Fault::TwoLengths => Deed::Write(good.clone().with("content-length", "1").bytes(), Then::Close),
        Fault::ManyHeaders => {
            let many = (0..10_000).fold(good.clone(), |good, number| good.with(&format!("x-{number}"), "x"));
            Deed::Write(many.bytes(), Then::Close)
        }
        Fault::HugeHeader => {
            Deed::Write(good.clone().with("x-huge", "x".repeat(MEGABYTE)).bytes(), Then::Close)
        }
        Fault::NotHttp => Deed::Write(b"SSH-2.0-OpenSSH_9.7\r\n".to_vec(), Then::Close),
        _ => return None,
    })
}

/// What is an answer, though not the usual one.
fn odd(fault: Fault, good: &Answer) -> Option<Deed> {
    let whole = good.bytes();
    Some(match fault {
        Fault::OldHttp => {
            let old = Answer { version: "HTTP/1.0", ..good.clone() };
            Deed::Write([old.head_as_it_is().as_bytes(), &good.body].concat(), Then::Close)
        }
        Fault::Chunked => {
            let mut bytes = chunked(good);
            for byte in &good.body {
                bytes.extend([b'1', b'\r', b'\n', *byte, b'\r', b'\n']);
            }
            bytes.extend(b"0\r\nx-trailer: late\r\n\r\n");
            Deed::Write(bytes, Then::Keep)
        }
        Fault::Interim => {
            let early = b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </>\r\n\r\n";
            Deed::Write([&early[..], &whole].concat(), Then::Keep)
        }
        Fault::ClosedAfter => Deed::Write(whole, Then::Close),
        Fault::ResetAfter => Deed::Write(whole, Then::Reset),
        Fault::TwoAnswers => Deed::Write(whole.repeat(2), Then::Keep),
        _ => return None,
    })
}

/// With a length that need not be right.
fn with_length(good: &Answer, length: usize) -> Vec<u8> {
    [good.head(length).as_bytes(), &good.body].concat()
}

/// A head that says that chunks follow.
fn chunked(good: &Answer) -> Vec<u8> {
    good.clone().with("transfer-encoding", "chunked").head_as_it_is().into_bytes()
}

/// Blanks, which JSON allows before anything.
fn endless_chunk() -> Vec<u8> {
    [format!("{MEGABYTE:x}\r\n").into_bytes(), vec![b' '; MEGABYTE], b"\r\n".to_vec()].concat()
}

/// A head that takes longer than anybody waits.
fn padded_head(good: &Answer) -> Vec<u8> {
    good.clone().with("x-padding", "x".repeat(MEGABYTE)).head(good.body.len()).into_bytes()
}
