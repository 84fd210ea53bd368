//! Preconditions: what has to be so on an Open-Xchange server before the connector and its plug-ins work.

use serde::{Deserialize, Serialize};
use text::{Language, Message, message};
use utoipa::ToSchema;

/// The connector for Microsoft Outlook itself, or one of its plug-ins that need something of the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum PlugIn {
    /// The connector itself.
    Connector,
    /// People change their password in Outlook.
    PasswordChange,
    /// People change their own contact data in Outlook.
    PersonalData,
    /// People filter their mail on the server.
    MailFilter,
    /// People have mail answered while they are away.
    VacationNotice,
}

impl PlugIn {
    /// All of them, in the order of the administrators' manual.
    pub(crate) const ALL: [Self; 5] =
        [Self::Connector, Self::PasswordChange, Self::PersonalData, Self::MailFilter, Self::VacationNotice];

    /// What people call it.
    pub(crate) fn word(self) -> Message {
        match self {
            Self::Connector => message!("plug-in-connector"),
            Self::PasswordChange => message!("plug-in-password-change"),
            Self::PersonalData => message!("plug-in-personal-data"),
            Self::MailFilter => message!("plug-in-mail-filter"),
            Self::VacationNotice => message!("plug-in-vacation-notice"),
        }
    }
}

/// How it stands with a precondition. The later one weighs more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Judgement {
    /// It is as it has to be.
    Met,
    /// What could be read does not decide it. Never a guess.
    CannotTell,
    /// It is not as it has to be.
    NotMet,
}

impl Judgement {
    /// The word for a precondition.
    pub(crate) fn word(self) -> Message {
        match self {
            Self::Met => message!("judgement-met"),
            Self::CannotTell => message!("judgement-cannot-tell"),
            Self::NotMet => message!("judgement-not-met"),
        }
    }

    /// The word for a plug-in whose preconditions these are.
    pub(crate) fn word_of_plug_in(self) -> Message {
        match self {
            Self::Met => message!("plug-in-active"),
            Self::CannotTell => message!("plug-in-unclear"),
            Self::NotMet => message!("plug-in-inactive"),
        }
    }
}

/// One precondition, as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Precondition {
    /// Of what.
    pub(crate) plug_in: PlugIn,
    /// What programs know it by.
    pub(crate) id: &'static str,
    /// Whose it is; `None`: the whole server's.
    pub(crate) user: Option<String>,
    /// How it stands with it.
    pub(crate) judgement: Judgement,
    /// What was found, or why nothing can be told.
    pub(crate) found: Message,
    /// Where: a file with its line, or the database of packages.
    pub(crate) place: Option<String>,
    /// What to do, or what to know.
    pub(crate) advice: Option<Message>,
}

/// A precondition in a person's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct ToldPrecondition {
    /// What programs know it by.
    pub(crate) id: String,
    /// Whose it is; absent: the whole server's.
    pub(crate) user: Option<String>,
    /// How it stands with it.
    pub(crate) judgement: Judgement,
    /// What was found, or why nothing can be told.
    pub(crate) found: String,
    /// Where: a file with its line, or the database of packages.
    pub(crate) place: Option<String>,
    /// What to do, or what to know.
    pub(crate) advice: Option<String>,
}

/// A plug-in with its preconditions, in a person's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) struct ToldPlugIn {
    /// Which.
    pub(crate) plug_in: PlugIn,
    /// The gravest of its preconditions' judgements.
    pub(crate) judgement: Judgement,
    /// Its preconditions.
    pub(crate) preconditions: Vec<ToldPrecondition>,
}

/// The gravest judgement; met where there is none.
pub(crate) fn gravest<'a>(preconditions: impl IntoIterator<Item = &'a Precondition>) -> Judgement {
    preconditions.into_iter().map(|one| one.judgement).max().unwrap_or(Judgement::Met)
}

/// Preconditions by plug-in, in a person's language.
pub(crate) fn told(preconditions: &[Precondition], language: Language) -> Vec<ToldPlugIn> {
    let of = |plug_in: PlugIn| {
        let own: Vec<&Precondition> = preconditions.iter().filter(|one| one.plug_in == plug_in).collect();
        let judgement = gravest(own.iter().copied());
        ToldPlugIn {
            plug_in,
            judgement,
            preconditions: own.into_iter().map(|one| one.told(language)).collect(),
        }
    };
    PlugIn::ALL.into_iter().map(of).filter(|plug_in| !plug_in.preconditions.is_empty()).collect()
}

impl Precondition {
    fn told(&self, language: Language) -> ToldPrecondition {
        ToldPrecondition {
            id: self.id.to_owned(),
            user: self.user.clone(),
            judgement: self.judgement,
            found: self.found.say(language),
            place: self.place.clone(),
            advice: self.advice.as_ref().map(|advice| advice.say(language)),
        }
    }
}

/// What is known here of one person's module permissions at Open-Xchange.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Person {
    /// The name to sign in with.
    pub(crate) name: String,
    /// By whose word.
    pub(crate) word: SourceWord,
}

/// By whose word the permissions of an account are known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum SourceWord {
    /// The account never signed in here.
    Never,
    /// It is this server's own account.
    Local,
    /// Another system than Open-Xchange knows it: the source's name.
    Other(String),
    /// Open-Xchange has told that the account is gone, or may not sign in any more.
    Gone,
    /// Open-Xchange has told.
    OpenXchange {
        /// What the account may have by its word.
        permissions: Vec<String>,
        /// When it told, as RFC 3339 writes it.
        confirmed_at: Option<String>,
    },
}
