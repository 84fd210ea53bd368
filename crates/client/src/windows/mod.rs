//! Windows itself: the real machine.
