//! The actions that each package may use; all others are the package's own. Source: Microsoft, "Standard Actions Reference".

/// Their names.
#[rustfmt::skip] // as many on a line as fit
const STANDARD: &[&str] = &[
    "ADMIN", "ADVERTISE", "AllocateRegistrySpace", "AppSearch", "BindImage", "CCPSearch", "CostFinalize", "CostInitialize", "CreateFolders", "CreateShortcuts",
    "DeleteServices", "DisableRollback", "DuplicateFiles", "ExecuteAction", "FileCost", "FindRelatedProducts", "ForceReboot", "INSTALL", "InstallAdminPackage",
    "InstallExecute", "InstallExecuteAgain", "InstallFiles", "InstallFinalize", "InstallInitialize", "InstallODBC", "InstallServices", "InstallSFPCatalogFile",
    "InstallValidate", "IsolateComponents", "LaunchConditions", "MigrateFeatureStates", "MoveFiles", "MsiConfigureServices", "MsiPublishAssemblies",
    "MsiUnpublishAssemblies", "PatchFiles", "ProcessComponents", "PublishComponents", "PublishFeatures", "PublishProduct", "RegisterClassInfo",
    "RegisterComPlus", "RegisterExtensionInfo", "RegisterFonts", "RegisterMIMEInfo", "RegisterProduct", "RegisterProgIdInfo", "RegisterTypeLibraries",
    "RegisterUser", "RemoveDuplicateFiles", "RemoveEnvironmentStrings", "RemoveExistingProducts", "RemoveFiles", "RemoveFolders", "RemoveIniValues",
    "RemoveODBC", "RemoveRegistryValues", "RemoveShortcuts", "ResolveSource", "RMCCPSearch", "ScheduleReboot", "SelfRegModules", "SelfUnregModules",
    "SEQUENCE", "SetODBCFolders", "StartServices", "StopServices", "UnpublishComponents", "UnpublishFeatures", "UnpublishProduct", "UnregisterClassInfo",
    "UnregisterComPlus", "UnregisterExtensionInfo", "UnregisterFonts", "UnregisterMIMEInfo", "UnregisterProgIdInfo", "UnregisterTypeLibraries",
    "ValidateProductID", "WriteEnvironmentStrings", "WriteIniValues", "WriteRegistryValues",
];

/// Whether an action is one of those.
pub(super) fn is_standard(name: &str) -> bool {
    STANDARD.contains(&name)
}
