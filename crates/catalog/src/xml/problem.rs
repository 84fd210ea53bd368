//! What is wrong with one product of an update.xml.

use std::fmt;

use text::{Explain, Message, message};

/// Something wrong with one product of an update.xml.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line of the element in question, from 1.
    pub line: u32,
    /// The product's name, or its place if it has none.
    pub product: String,
    /// What is wrong.
    pub kind: ProblemKind,
    /// What became of the product.
    pub consequence: Consequence,
}

/// What became of a product with a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consequence {
    /// It is not among the products read.
    LeftOut,
    /// It is read without the value in question, or with what stands for it.
    Kept,
}

/// What is wrong with a product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// An element that no product can do without is absent or empty.
    Missing {
        /// The element's name.
        element: &'static str,
    },
    /// An element holds what it cannot mean.
    Wrong {
        /// The element's name.
        element: &'static str,
        /// Why.
        reason: Message,
    },
    /// An element is longer than its limit.
    TooLong {
        /// The element's name.
        element: &'static str,
        /// The limit in characters.
        length_max: usize,
    },
    /// Importance is absent or empty and read as low.
    ImportanceMissing,
    /// Neither MD5 nor SHA256: a client refuses to install it.
    DigestMissing,
    /// The info link is neither http nor https.
    InfoUrlNotWeb,
    /// An earlier product is of the same family, so that both would be offered to one PC.
    FamilyTwice {
        /// The line of the earlier product, from 1.
        first_line: u32,
    },
}

impl Explain for Problem {
    fn message(&self) -> Message {
        let reason = self.kind.message();
        match self.consequence {
            Consequence::LeftOut => {
                message!(
                    "problem-product-left-out",
                    line = self.line,
                    product = &self.product,
                    reason = reason
                )
            }
            Consequence::Kept => {
                message!("problem-product-kept", line = self.line, product = &self.product, reason = reason)
            }
        }
    }
}

impl Explain for ProblemKind {
    fn message(&self) -> Message {
        match self {
            Self::Missing { element } => message!("problem-element-missing", element = *element),
            Self::Wrong { element, reason } => {
                message!("problem-element-wrong", element = *element, reason = reason.clone())
            }
            Self::TooLong { element, length_max } => {
                message!("problem-element-too-long", element = *element, characters = *length_max)
            }
            Self::ImportanceMissing => message!("problem-importance-missing"),
            Self::DigestMissing => message!("problem-digest-missing"),
            Self::InfoUrlNotWeb => message!("problem-info-url-not-web"),
            Self::FamilyTwice { first_line } => message!("problem-family-twice", first = *first_line),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.message())
    }
}
