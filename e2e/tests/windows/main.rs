//! The main job on Windows, real or Wine: real server, real client, real Windows Installer, real MSI files.

mod main_job;
