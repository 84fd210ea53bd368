//! A part of a list: long lists are read and shown piece by piece.

/// Which lines of a list are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Slice {
    /// How many lines stand before them.
    pub(crate) skip: u32,
    /// How many they are at most.
    pub(crate) take: u32,
}

/// Lines of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Listed<Line> {
    /// The lines.
    pub(crate) lines: Vec<Line>,
    /// How many lines the whole list has, as far as it was counted.
    pub(crate) total: u32,
}

impl Slice {
    /// The first lines of a list.
    pub(crate) fn first(take: u32) -> Self {
        Self { skip: 0, take }
    }

    /// A page of a list; pages count from 1, and what stands beyond every list is an empty page.
    pub(crate) fn page(number: u32, size: u32) -> Self {
        Self { skip: number.saturating_sub(1).saturating_mul(size), take: size }
    }
}

#[cfg(test)]
mod tests {
    use super::Slice;

    #[test]
    fn pages_follow_each_other() {
        let check = |number, skip| assert_eq!(Slice::page(number, 50), Slice { skip, take: 50 });
        check(0, 0);
        check(1, 0);
        check(2, 50);
        check(u32::MAX, u32::MAX);
    }
}
