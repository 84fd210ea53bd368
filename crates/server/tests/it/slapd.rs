//! A real directory: Debian's `slapd`, in a folder and on ports of its own, with people of its own; it ends with the story.

use std::collections::HashSet;
use std::fs;
use std::io::Write as _;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use ldap3::{LdapConnAsync, Mod};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair, date_time_ymd};
use tempfile::TempDir;

/// How long anything may take that a story waits for.
const PATIENCE: Duration = Duration::from_secs(60);
/// How often ports are drawn: somebody else may take one before `slapd` does.
const DRAWS_MAX: usize = 5;
/// The password of all in the directory.
pub(crate) const PASSWORD: &str = "correct horse";
/// Who may change everything.
const ADMIN: &str = "cn=admin,dc=example,dc=com";
/// Who may read everything but passwords.
pub(crate) const SERVICE: &str = "cn=oxupdated,dc=example,dc=com";
/// Who may search for everything and read nothing: the directory answers that all went well, and tells of nobody.
pub(crate) const BLIND: &str = "cn=blind,dc=example,dc=com";
/// Below which people are.
pub(crate) const PEOPLE: &str = "ou=people,dc=example,dc=com";

/// What is wrong with the directory's certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Certificate {
    /// Nothing: it is for `localhost`, and the story's authority has issued it.
    Good,
    /// It has ended.
    Expired,
}

/// A directory that runs.
pub(crate) struct Slapd {
    folder: TempDir,
    child: Child,
    /// The port for `ldap://`.
    pub(crate) port: u16,
    /// The port for `ldaps://`.
    pub(crate) tls_port: u16,
}

impl Slapd {
    /// A directory with Anna and Ben, who are in no group.
    pub(crate) fn start() -> Self {
        Self::start_with(Certificate::Good)
    }

    /// A directory with such a certificate.
    pub(crate) fn start_with(certificate: Certificate) -> Self {
        let folder = tempfile::tempdir().unwrap();
        write_certificates(folder.path(), certificate);
        let programs = Programs::find();
        fs::create_dir(folder.path().join("db")).unwrap();
        fs::write(folder.path().join("slapd.conf"), programs.configuration(folder.path())).unwrap();
        fs::write(folder.path().join("password"), PASSWORD).unwrap();
        private(&folder.path().join("password"));
        programs.load(folder.path(), PEOPLE_LDIF);
        let (child, [port, tls_port]) = programs.serve(folder.path());
        Self { folder, child, port, tls_port }
    }

    /// A file of the story's authority, for `certificate_authorities`.
    pub(crate) fn authority(&self) -> PathBuf {
        self.folder.path().join("authority.pem")
    }

    /// A file with the password of [`SERVICE`].
    pub(crate) fn password_file(&self) -> PathBuf {
        self.folder.path().join("password")
    }

    /// Settings of the source for this directory, unencrypted; `rest` comes behind.
    pub(crate) fn settings(&self, rest: &str) -> String {
        self.settings_at(&format!("ldap://127.0.0.1:{}", self.port), &format!("start_tls = false\n{rest}"))
    }

    /// Settings of the source with an address.
    pub(crate) fn settings_at(&self, url: &str, rest: &str) -> String {
        let bind =
            format!("bind_dn = '{SERVICE}'\nbind_password_file = '{}'\n", self.password_file().display());
        let bind = if rest.contains("direct_bind") { "" } else { &bind };
        format!("url = '{url}'\nbase = 'dc=example,dc=com'\n{bind}{rest}")
    }

    /// Adds an entry.
    pub(crate) fn add(&self, dn: &str, attributes: &[(&str, &[u8])]) {
        let mut values: Vec<(Vec<u8>, HashSet<Vec<u8>>)> = Vec::new();
        for (name, value) in attributes {
            match values.iter_mut().find(|(known, _)| known == name.as_bytes()) {
                Some((_, values)) => _ = values.insert(value.to_vec()),
                None => values.push((name.as_bytes().to_vec(), HashSet::from([value.to_vec()]))),
            }
        }
        self.as_admin(async move |ldap: &mut ldap3::Ldap| {
            ldap.add(dn, values).await.unwrap().success().unwrap()
        });
    }

    /// Adds a person with [`PASSWORD`].
    pub(crate) fn add_person(&self, dn: &str, uid: &str) {
        let attributes: [(&str, &[u8]); 5] = [
            ("objectClass", b"inetOrgPerson"),
            ("cn", uid.as_bytes()),
            ("sn", uid.as_bytes()),
            ("uid", uid.as_bytes()),
            ("userPassword", PASSWORD.as_bytes()),
        ];
        self.add(dn, &attributes);
    }

    /// Adds a group with one member.
    pub(crate) fn add_group(&self, name: &str, member: &str) {
        let dn = format!("cn={name},ou=groups,dc=example,dc=com");
        let attributes: [(&str, &[u8]); 3] =
            [("objectClass", b"groupOfNames"), ("cn", name.as_bytes()), ("member", member.as_bytes())];
        self.add(&dn, &attributes);
    }

    /// Gives an attribute these values, or none.
    pub(crate) fn set(&self, dn: &str, attribute: &str, values: &[&str]) {
        let values: HashSet<Vec<u8>> = values.iter().map(|value| value.as_bytes().to_vec()).collect();
        let change = Mod::Replace(attribute.as_bytes().to_vec(), values);
        self.as_admin(async move |ldap: &mut ldap3::Ldap| {
            ldap.modify(dn, vec![change]).await.unwrap().success().unwrap()
        });
    }

    /// Takes an entry away.
    pub(crate) fn delete(&self, dn: &str) {
        self.as_admin(async move |ldap: &mut ldap3::Ldap| ldap.delete(dn).await.unwrap().success().unwrap());
    }

    /// Gives an entry another name.
    pub(crate) fn rename(&self, dn: &str, first_part: &str, below: Option<&str>) {
        self.as_admin(async move |ldap: &mut ldap3::Ldap| {
            ldap.modifydn(dn, first_part, true, below).await.unwrap().success().unwrap()
        });
    }

    /// Lets the directory stand still, with its connections open.
    pub(crate) fn pause(&self) {
        self.signal(Signal::SIGSTOP);
    }

    /// Lets it go on.
    pub(crate) fn resume(&self) {
        self.signal(Signal::SIGCONT);
    }

    /// Ends it, as a crash would.
    pub(crate) fn end(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Starts it again where it was.
    pub(crate) fn start_again(&mut self) {
        self.child = Programs::find().serve_at(self.folder.path(), [self.port, self.tls_port]);
        assert!(is_reached(&mut self.child, self.tls_port), "slapd does not start again");
    }

    fn signal(&self, signal: Signal) {
        kill(Pid::from_raw(i32::try_from(self.child.id()).unwrap()), signal).unwrap();
    }

    /// Does something as the administrator of the directory, on a thread of its own: stories may be asynchronous themselves.
    fn as_admin<Answer: Send>(&self, change: impl AsyncFnOnce(&mut ldap3::Ldap) -> Answer + Send) -> Answer {
        let url = format!("ldap://127.0.0.1:{}", self.port);
        let work = move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let (connection, mut ldap) = LdapConnAsync::new(&url).await.unwrap();
                tokio::spawn(connection.drive());
                ldap.simple_bind(ADMIN, PASSWORD).await.unwrap().success().unwrap();
                let answer = change(&mut ldap).await;
                ldap.unbind().await.unwrap();
                answer
            })
        };
        std::thread::scope(|scope| scope.spawn(work).join().unwrap())
    }
}

impl Drop for Slapd {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Where `slapd` and what it needs are: unpacked in `target/slapd`, or installed.
struct Programs {
    root: PathBuf,
}

impl Programs {
    fn find() -> Self {
        let unpacked = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/slapd");
        let roots = [unpacked, PathBuf::from("/")];
        let root = roots.into_iter().find(|root| root.join("usr/sbin/slapd").is_file());
        Self { root: root.expect("slapd is missing. Fetch it by “cargo xtask prerequisites”.") }
    }

    fn command(&self, name: &str) -> Command {
        let mut command = Command::new(self.root.join("usr/sbin").join(name));
        let mut folders = vec![self.root.join("usr/lib"), self.root.join("lib")];
        for folder in folders.clone() {
            let inner = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
            folders.extend(inner.filter(|path| path.to_string_lossy().contains("-linux-gnu")));
        }
        command.env("LDAPNOINIT", "1").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        if self.root != Path::new("/") {
            command.env("LD_LIBRARY_PATH", std::env::join_paths(folders).unwrap());
        }
        command
    }

    fn configuration(&self, folder: &Path) -> String {
        let (root, folder) = (self.root.display(), folder.display());
        format!(
            "include {root}/etc/ldap/schema/core.schema\n\
             include {root}/etc/ldap/schema/cosine.schema\n\
             include {root}/etc/ldap/schema/nis.schema\n\
             include {root}/etc/ldap/schema/inetorgperson.schema\n\
             {WINDOWS_SCHEMA}\
             modulepath {root}/usr/lib/ldap\n\
             moduleload back_mdb\n\
             moduleload memberof\n\
             moduleload ppolicy\n\
             pidfile {folder}/pid\n\
             argsfile {folder}/arguments\n\
             TLSCACertificateFile {folder}/authority.pem\n\
             TLSCertificateFile {folder}/certificate.pem\n\
             TLSCertificateKeyFile {folder}/key.pem\n\
             TLSVerifyClient never\n\
             database mdb\n\
             suffix dc=example,dc=com\n\
             rootdn {ADMIN}\n\
             directory {folder}/db\n\
             maxsize 16777216\n\
             dbnosync\n\
             access to attrs=userPassword by anonymous auth by * none\n\
             access to * by dn.exact={BLIND} search by * break\n\
             access to dn.base=dc=example,dc=com by users read\n\
             access to * by dn.exact={SERVICE} read by self read by * none\n\
             overlay memberof\n\
             memberof-group-oc groupOfNames\n\
             overlay ppolicy\n"
        )
    }

    fn load(&self, folder: &Path, ldif: &str) {
        let mut command = self.command("slapadd");
        command.arg("-q").arg("-f").arg(folder.join("slapd.conf"));
        let mut child = command.stdin(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(ldif.as_bytes()).unwrap();
        let ended = child.wait_with_output().unwrap();
        assert!(ended.status.success(), "slapadd: {}", String::from_utf8_lossy(&ended.stderr));
    }

    fn serve(&self, folder: &Path) -> (Child, [u16; 2]) {
        for _ in 0..DRAWS_MAX {
            let held = [(); 2].map(|()| TcpListener::bind("127.0.0.1:0").unwrap());
            let ports = held.map(|listener| listener.local_addr().unwrap().port());
            let mut child = self.serve_at(folder, ports);
            if is_reached(&mut child, ports[1]) {
                return (child, ports);
            }
        }
        let mut command = self.command("slapd");
        command.arg("-Tt").arg("-f").arg(folder.join("slapd.conf")).stderr(Stdio::piped());
        let said = command.output().unwrap().stderr;
        panic!("slapd does not listen: {}", String::from_utf8_lossy(&said));
    }

    fn serve_at(&self, folder: &Path, [port, tls_port]: [u16; 2]) -> Child {
        let mut command = self.command("slapd");
        let addresses = format!("ldap://127.0.0.1:{port}/ ldaps://127.0.0.1:{tls_port}/");
        // With a level of what is said, it stays in the foreground.
        command.args(["-d", "0", "-h", &addresses, "-f"]).arg(folder.join("slapd.conf"));
        command.spawn().unwrap()
    }
}

/// Waits until a directory listens; it says no if it ended.
fn is_reached(child: &mut Child, port: u16) -> bool {
    let patience_ends_at = Instant::now() + PATIENCE;
    while child.try_wait().unwrap().is_none() {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return true;
        }
        assert!(Instant::now() < patience_ends_at, "slapd neither listens nor ends");
        std::thread::yield_now();
    }
    false
}

fn write_certificates(folder: &Path, certificate: Certificate) {
    let mut params = CertificateParams::new([]).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
    let mut params = CertificateParams::new(["localhost".to_owned()]).unwrap();
    if certificate == Certificate::Expired {
        params.not_before = date_time_ymd(2000, 1, 1);
        params.not_after = date_time_ymd(2001, 1, 1);
    }
    let key = KeyPair::generate().unwrap();
    let issued = params.signed_by(&key, &authority).unwrap();
    fs::write(folder.join("authority.pem"), authority.pem()).unwrap();
    fs::write(folder.join("certificate.pem"), issued.pem()).unwrap();
    fs::write(folder.join("key.pem"), key.serialize_pem()).unwrap();
    private(&folder.join("key.pem"));
}

fn private(file: &Path) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(file, fs::Permissions::from_mode(0o600)).unwrap();
}

/// The attributes of Active Directory that are asked for, as far as `slapd` can have them; the numbers are Microsoft's.
const WINDOWS_SCHEMA: &str = "\
attributetype ( 1.2.840.113556.1.4.2 NAME 'objectGUID' EQUALITY octetStringMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.40 SINGLE-VALUE )\n\
attributetype ( 1.2.840.113556.1.4.8 NAME 'userAccountControl' EQUALITY integerMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.27 SINGLE-VALUE )\n\
attributetype ( 1.2.840.113556.1.4.159 NAME 'accountExpires' EQUALITY integerMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.27 SINGLE-VALUE )\n\
attributetype ( 1.2.840.113556.1.4.221 NAME 'sAMAccountName' EQUALITY caseIgnoreMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 SINGLE-VALUE )\n\
attributetype ( 1.2.840.113556.1.4.656 NAME 'userPrincipalName' EQUALITY caseIgnoreMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 SINGLE-VALUE )\n\
attributetype ( 1.2.840.113556.1.4.782 NAME 'objectCategory' EQUALITY caseIgnoreMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 SINGLE-VALUE )\n\
objectclass ( 1.2.840.113556.1.5.9 NAME 'user' SUP inetOrgPerson STRUCTURAL MAY ( objectGUID $ userAccountControl $ accountExpires $ sAMAccountName $ userPrincipalName $ objectCategory ) )\n";

const PEOPLE_LDIF: &str = "\
dn: dc=example,dc=com
objectClass: dcObject
objectClass: organization
dc: example
o: Example

dn: cn=admin,dc=example,dc=com
objectClass: organizationalRole
objectClass: simpleSecurityObject
cn: admin
userPassword: correct horse

dn: cn=oxupdated,dc=example,dc=com
objectClass: organizationalRole
objectClass: simpleSecurityObject
cn: oxupdated
userPassword: correct horse

dn: cn=blind,dc=example,dc=com
objectClass: organizationalRole
objectClass: simpleSecurityObject
cn: blind
userPassword: correct horse

dn: ou=people,dc=example,dc=com
objectClass: organizationalUnit
ou: people

dn: ou=left,dc=example,dc=com
objectClass: organizationalUnit
ou: left

dn: ou=groups,dc=example,dc=com
objectClass: organizationalUnit
ou: groups

dn: uid=anna,ou=people,dc=example,dc=com
objectClass: inetOrgPerson
uid: anna
cn: Anna Example
sn: Example
mail: anna@example.com
preferredLanguage: de-DE
employeeType: staff
userPassword: correct horse

dn: uid=ben,ou=people,dc=example,dc=com
objectClass: inetOrgPerson
uid: ben
cn: Ben Example
sn: Example
userPassword: correct horse
";
