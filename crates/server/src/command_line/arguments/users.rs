//! The arguments of verbs of users, groups and permissions.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::{List, Named};

#[derive(Debug, Subcommand)]
pub(crate) enum User {
    Add(Box<NewUser>),
    Show(Shown),
    Import(Import),
    HandOut(HandOut),
    SetPassword(NewPassword),
    SetRole(NewRole),
    Reset(Named),
    ResetTotp(Named),
    Remove(Named),
    Enable(Named),
    Disable(Named),
    List(UserList),
}

#[derive(Debug, Subcommand)]
pub(crate) enum Group {
    Add(Named),
    Remove(Named),
    Join(Membership),
    Leave(Membership),
    List(GroupList),
}

#[derive(Debug, Subcommand)]
pub(crate) enum Permission {
    Grant(Grant),
    Revoke(Grant),
    List(List),
}

#[derive(Debug, Args)]
pub(crate) struct NewPassword {
    pub(crate) name: String,
    #[arg(long, value_name = "FILE", allow_hyphen_values = true)]
    pub(crate) password_file: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct NewUser {
    pub(crate) name: String,
    #[arg(long, value_name = "FILE", allow_hyphen_values = true)]
    pub(crate) password_file: Option<PathBuf>,
    #[arg(long)]
    pub(crate) role: Option<Role>,
    #[arg(long, value_name = "GROUP", conflicts_with = "password_file")]
    pub(crate) group: Vec<String>,
    #[arg(long, value_name = "PERMISSION", conflicts_with = "password_file")]
    pub(crate) permission: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct NewRole {
    pub(crate) name: String,
    pub(crate) role: Role,
}

#[derive(Debug, Args)]
pub(crate) struct Shown {
    pub(crate) name: String,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    #[arg(value_name = "FILE.csv")]
    pub(crate) file: PathBuf,
    #[arg(long)]
    pub(crate) apply: bool,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct HandOut {
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) search: Option<String>,
    #[arg(long, value_name = "GROUP")]
    pub(crate) group: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct GroupList {
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) search: Option<String>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct UserList {
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) search: Option<String>,
    #[arg(long, value_name = "ROLE")]
    pub(crate) role: Option<String>,
    #[arg(long, value_name = "STANDING")]
    pub(crate) standing: Option<String>,
    #[arg(long, value_name = "GROUP")]
    pub(crate) group: Option<String>,
    #[arg(long, value_name = "PERMISSION")]
    pub(crate) permission: Option<String>,
    #[arg(long, value_name = "PASSWORD")]
    pub(crate) password: Option<String>,
    #[arg(long, value_name = "STATE")]
    pub(crate) second_factor: Option<String>,
    #[arg(long, value_name = "SOURCE")]
    pub(crate) source: Option<String>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Membership {
    pub(crate) group: String,
    pub(crate) user: String,
}

#[derive(Debug, Args)]
pub(crate) struct Grant {
    #[arg(value_name = "USER-OR-GROUP")]
    pub(crate) holder: String,
    pub(crate) permission: String,
}

/// A role as a person types it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Role {
    User,
    Viewer,
    Publisher,
    Administrator,
}

impl From<Role> for crate::model::user::Role {
    fn from(role: Role) -> Self {
        match role {
            Role::User => Self::User,
            Role::Viewer => Self::Viewer,
            Role::Publisher => Self::Publisher,
            Role::Administrator => Self::Administrator,
        }
    }
}
