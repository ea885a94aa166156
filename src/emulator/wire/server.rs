//! The loop that takes connections.

use std::{error::Error, sync::Arc, time::Duration};

use hyper::{server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    net::{TcpListener, TcpStream},
    task::JoinSet,
};

use super::{
    connections::{Connection, Connections},
    disconnect::Disconnect,
    request_handler::handle,
    server_state::ServerState,
};

/// The largest head of a request, in bytes.
const HEAD: usize = 64 * 1024;

/// Takes connections, each in a task of its own, until it is aborted; its connections end with it.
pub(in crate::emulator) async fn accept(listener: TcpListener, state: Arc<ServerState>) {
    let connections = Arc::new(Connections::default());
    let mut tasks = JoinSet::new();
    loop {
        while tasks.try_join_next().is_some() {}
        match listener.accept().await {
            Ok((stream, _)) => {
                connections.make_room(state.limits.connections).await;
                let connection = connections.enter();
                tasks.spawn(keep(stream, connection, Arc::clone(&state)));
            }
            // Most likely out of file descriptors: some connection has to end first.
            Err(error) => {
                tracing::warn!(%error, "the embedded service can't accept a connection");
                connections.end_longest_wait();
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
    }
}

/// Serves one connection for as long as the client keeps it and there is room for it.
async fn keep(stream: TcpStream, entry: Connection, state: Arc<ServerState>) {
    let service = service_fn(|request| handle(&state, &entry, request));
    let mut connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(state.limits.head)
        .max_buf_size(HEAD)
        .serve_connection(TokioIo::new(stream), service);
    let ended = tokio::select! {
        biased;
        ended = &mut connection => ended,
        () = entry.told_to_close() => return,
    };
    let Err(error) = ended else { return };
    let disconnect = error.source().and_then(|source| source.downcast_ref::<Disconnect>());
    match disconnect {
        Some(Disconnect::Reset) => reset(connection.into_parts().io.into_inner()),
        Some(Disconnect::Close) => {}
        None => tracing::debug!(%error, "a connection to the embedded service broke"),
    }
}

/// Closes with a reset, as a firewall does, instead of an orderly end.
fn reset(stream: TcpStream) {
    if let Err(error) = stream.set_zero_linger() {
        tracing::debug!(%error, "a connection can't be reset, and is closed instead");
    }
    drop(stream);
}
