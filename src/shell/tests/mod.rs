//! What reaches the terminal, read back from a terminal.

mod drawn_frame;
mod emulated_terminal;
mod readback;
mod readback_of_states;
