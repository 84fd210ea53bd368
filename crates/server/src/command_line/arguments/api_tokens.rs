//! The arguments of verbs of API tokens.

use clap::{Args, Subcommand, ValueEnum};

#[derive(Debug, Subcommand)]
pub(crate) enum Token {
    Create(NewToken),
    List(TokenList),
    Revoke(NamedToken),
}

#[derive(Debug, Args)]
pub(crate) struct NewToken {
    #[arg(long)]
    pub(crate) user: String,
    #[arg(long, allow_hyphen_values = true)]
    pub(crate) name: String,
    #[arg(long, required = true)]
    pub(crate) scope: Vec<Scope>,
    #[arg(long, value_name = "DAYS")]
    pub(crate) expires: u32,
}

#[derive(Debug, Args)]
pub(crate) struct TokenList {
    pub(crate) user: Option<String>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct NamedToken {
    pub(crate) id: i64,
}

/// A scope as a person types it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Scope {
    View,
    Audit,
    Publish,
    Administer,
}

impl From<Scope> for crate::model::api_token::Scope {
    fn from(scope: Scope) -> Self {
        match scope {
            Scope::View => Self::View,
            Scope::Audit => Self::Audit,
            Scope::Publish => Self::Publish,
            Scope::Administer => Self::Administer,
        }
    }
}
