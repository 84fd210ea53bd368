//! A stand-in for a provider of OpenID Connect that says what a story wants, true or not.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::{SystemTime, UNIX_EPOCH};

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use openidconnect::core::{CoreEdDsaPrivateSigningKey, CoreJwsSigningAlgorithm};
use openidconnect::{JsonWebKeyId, PrivateSigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use url::Url;

/// What the provider knows the server by, and the secret that goes with it.
pub(crate) const CLIENT_ID: &str = "oxupdated";
pub(crate) const CLIENT_SECRET: &str = "not for anybody";

/// What a provider does that it should not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lie {
    Nonce,
    NoNonce,
    Audience,
    MoreAudiences,
    Party,
    NotSigned,
    SignedWithSecret,
    SignedWithAnotherKey,
    Expired,
    Stale,
    OfTomorrow,
    Issuer,
    NoIdToken,
    AnotherAccessToken,
    AnotherSubject,
    Html,
    ServerError,
    NoAnswer,
    NoName,
    NameIsNone,
}

/// A provider that runs until the process ends.
#[derive(Clone)]
pub(crate) struct Provider {
    pub(crate) issuer: String,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    lie: Option<Lie>,
    codes: HashMap<String, Grant>,
    tokens: HashMap<String, Value>,
    made: u32,
    asked: Vec<String>,
}

/// What a code stands for.
#[derive(Clone)]
struct Grant {
    challenge: String,
    nonce: String,
    back: String,
    claims: Value,
}

impl Provider {
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let provider = Self { issuer, state: Arc::default() };
        let answering = provider.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let answering = answering.clone();
                std::thread::spawn(move || answering.answer(stream));
            }
        });
        provider
    }

    /// The settings that name it.
    pub(crate) fn settings(&self, secret_file: &str) -> String {
        format!(
            "[[source]]\nkind = \"open-id-connect\"\nname = \"id\"\ntitle = \"Example ID\"\nissuer = \"{}\"\n\
             client_id = \"{CLIENT_ID}\"\nclient_secret_file = \"{secret_file}\"\ngroups_claim = \"groups\"\n\
             permissions = {{ outlook = [\"olox20\", \"usm\"] }}\n",
            self.issuer
        )
    }

    /// From now on it does this.
    pub(crate) fn lie(&self, lie: Option<Lie>) {
        self.state.lock().unwrap().lie = lie;
    }

    /// What it was asked for so far: paths.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.state.lock().unwrap().asked.clone()
    }

    /// Signs somebody in who was sent here, as a person would on its pages. Answers the path that the person is sent back to.
    pub(crate) fn sign_in(&self, sent_to: &str, claims: &Value) -> String {
        let url = Url::parse(sent_to).unwrap();
        assert!(sent_to.starts_with(&format!("{}/authorize?", self.issuer)), "{sent_to}");
        let query: HashMap<String, String> = url.query_pairs().into_owned().collect();
        let part = |name: &str| query.get(name).unwrap_or_else(|| panic!("{name} in {sent_to}")).clone();
        assert_eq!((part("response_type"), part("client_id")), ("code".to_owned(), CLIENT_ID.to_owned()));
        assert_eq!(
            (part("code_challenge_method"), part("scope")),
            ("S256".to_owned(), "openid profile email".to_owned())
        );
        let mut state = self.state.lock().unwrap();
        state.made += 1;
        let code = format!("code-{}-of-a-person", state.made);
        let (back, nonce) = (part("redirect_uri"), part("nonce"));
        let grant =
            Grant { challenge: part("code_challenge"), nonce, back: back.clone(), claims: claims.clone() };
        state.codes.insert(code.clone(), grant);
        let mut back = Url::parse(&back).unwrap();
        back.query_pairs_mut()
            .append_pair("code", &code)
            .append_pair("state", &part("state"))
            .append_pair("iss", &self.issuer);
        format!("{}?{}", back.path(), back.query().unwrap())
    }

    fn answer(&self, stream: TcpStream) {
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        let mut first = String::new();
        reader.read_line(&mut first).unwrap();
        let (mut length, mut authorization) = (0, String::new());
        loop {
            let mut line = String::new();
            reader.read_line(&mut line).unwrap();
            let Some((name, value)) = line.trim().split_once(": ") else { break };
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.parse().unwrap(),
                "authorization" => authorization = value.to_owned(),
                _ => {}
            }
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body).unwrap();
        let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
        self.state.lock().unwrap().asked.push(path.clone());
        let lie = self.state.lock().unwrap().lie;
        let (status, media_type, body) = match (lie, path.as_str()) {
            (Some(Lie::NoAnswer), "/token") => return,
            (Some(Lie::ServerError), "/token") => (503, "text/plain", "later".to_owned()),
            (Some(Lie::Html), "/token") => (200, "text/html", "<p>Please accept our terms</p>".to_owned()),
            (_, "/.well-known/openid-configuration") => (200, "application/json", self.metadata()),
            (_, "/keys") => (200, "application/json", json!({"keys": [verification_key()]}).to_string()),
            (lie, "/token") => match self.token(&authorization, &body, lie) {
                Ok(tokens) => (200, "application/json", tokens.to_string()),
                Err(error) => (400, "application/json", json!({"error": error}).to_string()),
            },
            (lie, "/me") => {
                let token = authorization.strip_prefix("Bearer ").unwrap_or_default();
                let mut claims = self.state.lock().unwrap().tokens.get(token).cloned().unwrap();
                if lie == Some(Lie::AnotherSubject) {
                    claims["sub"] = json!("somebody else");
                }
                (200, "application/json", claims.to_string())
            }
            _ => (404, "text/plain", String::new()),
        };
        let mut stream = stream;
        let head = format!(
            "HTTP/1.1 {status} -\r\nContent-Type: {media_type}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
            body.len()
        );
        let _ = stream.write_all((head + &body).as_bytes());
    }

    fn metadata(&self) -> String {
        let issuer = &self.issuer;
        json!({
            "issuer": issuer, "authorization_endpoint": format!("{issuer}/authorize"), "token_endpoint": format!("{issuer}/token"),
            "userinfo_endpoint": format!("{issuer}/me"), "jwks_uri": format!("{issuer}/keys"),
            "response_types_supported": ["code"], "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["EdDSA", "HS256", "none"],
            "authorization_response_iss_parameter_supported": true,
        })
        .to_string()
    }

    /// Gives tokens for a code, once, to who has the secret and the verifier.
    fn token(&self, authorization: &str, body: &[u8], lie: Option<Lie>) -> Result<Value, &'static str> {
        let credentials: String = url::form_urlencoded::byte_serialize(CLIENT_SECRET.as_bytes()).collect();
        if authorization != format!("Basic {}", STANDARD.encode(format!("{CLIENT_ID}:{credentials}"))) {
            return Err("invalid_client");
        }
        let form: HashMap<String, String> = url::form_urlencoded::parse(body).into_owned().collect();
        let mut state = self.state.lock().unwrap();
        let grant = state.codes.remove(&form["code"]).ok_or("invalid_grant")?;
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(form["code_verifier"].as_bytes()));
        if challenge != grant.challenge || form["redirect_uri"] != grant.back {
            return Err("invalid_grant");
        }
        let access_token = format!("access-{}", state.made);
        let mut claims = grant.claims.clone();
        match lie {
            Some(Lie::NoName) => drop(claims.as_object_mut().unwrap().remove("preferred_username")),
            Some(Lie::NameIsNone) => claims["preferred_username"] = json!("a:b"),
            _ => {}
        }
        state.tokens.insert(access_token.clone(), claims);
        let id_token = self.id_token(&grant, &access_token, lie);
        let mut answer = json!({"access_token": access_token, "token_type": "Bearer", "expires_in": 60});
        if lie != Some(Lie::NoIdToken) {
            answer["id_token"] = json!(id_token);
        }
        Ok(answer)
    }

    fn id_token(&self, grant: &Grant, access_token: &str, lie: Option<Lie>) -> String {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
        let hash = Sha256::digest(access_token.as_bytes());
        let mut claims = json!({
            "iss": self.issuer, "sub": grant.claims["sub"], "aud": CLIENT_ID, "nonce": grant.nonce,
            "iat": now, "exp": now + 300,
        });
        match lie {
            Some(Lie::Nonce) => claims["nonce"] = json!("another"),
            Some(Lie::NoNonce) => drop(claims.as_object_mut().unwrap().remove("nonce")),
            Some(Lie::Audience) => claims["aud"] = json!("another"),
            Some(Lie::MoreAudiences) => claims["aud"] = json!([CLIENT_ID, "another"]),
            Some(Lie::Party) => claims["azp"] = json!("another"),
            Some(Lie::Expired) => claims["exp"] = json!(now - 180),
            Some(Lie::Stale) => claims["iat"] = json!(now - 3_600),
            Some(Lie::OfTomorrow) => claims["iat"] = json!(now + 3_600),
            Some(Lie::Issuer) => claims["iss"] = json!("http://127.0.0.1:1"),
            Some(Lie::AnotherAccessToken) => {
                // Of EdDSA with Ed25519 it would be of SHA-512.
                claims["at_hash"] = json!(URL_SAFE_NO_PAD.encode(&hash[..16]));
            }
            _ => {}
        }
        let algorithm = match lie {
            Some(Lie::NotSigned) => "none",
            Some(Lie::SignedWithSecret) => "HS256",
            _ => "EdDSA",
        };
        let encode = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", encode(&json!({"alg": algorithm, "kid": "1"})), encode(&claims));
        let signature = match lie {
            Some(Lie::NotSigned) => Vec::new(),
            Some(Lie::SignedWithSecret) => {
                let mut sealing = Hmac::<Sha256>::new_from_slice(CLIENT_SECRET.as_bytes()).unwrap();
                sealing.update(signed.as_bytes());
                sealing.finalize().into_bytes().to_vec()
            }
            Some(Lie::SignedWithAnotherKey) => sign(&signed, 9),
            _ => sign(&signed, 7),
        };
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
    }
}

/// A key of Ed25519 whose secret is the same number over and over. Source of the form: RFC 8410.
fn key(number: u8) -> CoreEdDsaPrivateSigningKey {
    let mut der = vec![0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];
    der.extend([number; 32]);
    let pem = format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", STANDARD.encode(der));
    CoreEdDsaPrivateSigningKey::from_ed25519_pem(&pem, Some(JsonWebKeyId::new("1".to_owned()))).unwrap()
}

fn sign(signed: &str, number: u8) -> Vec<u8> {
    key(number).sign(&CoreJwsSigningAlgorithm::EdDsa, signed.as_bytes()).unwrap()
}

fn verification_key() -> Value {
    serde_json::to_value(key(7).as_verification_key()).unwrap()
}
