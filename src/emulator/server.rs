use std::{error::Error, sync::Arc};

use hyper::{server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use tokio::{
    net::{TcpListener, TcpStream},
    task::JoinSet,
};

use super::{
    exchange::{Cut, exchange},
    state::State,
};

/// Takes connections, each in a task of its own, until it is aborted; its connections end with it.
pub(super) async fn accept(listener: TcpListener, state: Arc<State>) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => drop(connections.spawn(converse(stream, Arc::clone(&state)))),
                // Most likely out of file descriptors: let some connections end first.
                Err(error) => {
                    tracing::warn!(%error, "the embedded service can't accept a connection");
                    tokio::time::sleep(std::time::Duration::from_millis(50)).await;
                }
            },
            Some(_) = connections.join_next() => {}
        }
    }
}

/// Serves one connection for as long as the client keeps it.
async fn converse(stream: TcpStream, state: Arc<State>) {
    let service = service_fn(move |request| exchange(Arc::clone(&state), request));
    let mut connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    let Err(error) = (&mut connection).await else { return };
    let cut = error.source().and_then(|source| source.downcast_ref::<Cut>());
    match cut {
        Some(Cut::Reset) => reset(connection.into_parts().io.into_inner()),
        Some(_) => {}
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
