//! What reaches the terminal, read back from a terminal.

mod drawn_frame;
mod emulated_terminal;
mod frame_sizes;
mod readback;
mod readback_of_states;
