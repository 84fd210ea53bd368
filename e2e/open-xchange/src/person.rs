//! People.

/// Somebody with an account.
#[derive(Debug, Clone)]
pub struct Person {
    /// All names to sign in with, in any case of letters.
    pub names: Vec<String>,
    /// The password.
    pub password: String,
    /// The context's number.
    pub context_id: u64,
    /// The number in the context.
    pub user_id: u64,
    /// What the person is called.
    pub display_name: String,
    /// Such as `de_DE`.
    pub locale: String,
    /// What the account may use.
    pub capabilities: Vec<String>,
    /// The own mail account; `None` for people without mail.
    pub mail: Option<Mail>,
    /// Whether the account is locked.
    pub is_locked: bool,
}

/// A mail account: IMAP over TLS, and SMTP with STARTTLS.
#[derive(Debug, Clone)]
pub struct Mail {
    /// The address, which is the name to sign in too.
    pub address: String,
    /// The host of both servers.
    pub host: String,
}

impl Person {
    /// Somebody in the context 1, known as `NAME` and as `NAME@1`.
    #[must_use]
    pub fn new(name: &str, user_id: u64, password: &str) -> Self {
        Self {
            names: vec![name.to_owned(), format!("{name}@1")],
            password: password.to_owned(),
            context_id: 1,
            user_id,
            display_name: format!("{name} of Example"),
            locale: "de_DE".to_owned(),
            capabilities: Vec::new(),
            mail: Some(Mail { address: format!("{name}@example.com"), host: "mail.example.com".to_owned() }),
            is_locked: false,
        }
    }

    /// The same with these capabilities.
    #[must_use]
    pub fn with(mut self, capabilities: &[&str]) -> Self {
        self.capabilities = capabilities.iter().map(|name| (*name).to_owned()).collect();
        self
    }

    /// Whether somebody has this name.
    pub(crate) fn is_called(&self, name: &str) -> bool {
        self.names.iter().any(|known| known.eq_ignore_ascii_case(name))
    }
}
