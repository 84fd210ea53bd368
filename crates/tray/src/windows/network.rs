//! Hears when the network comes back or is another one.

use std::ffi::c_void;

use windows_sys::Win32::Foundation::HANDLE;
use windows_sys::Win32::NetworkManagement::IpHelper::{
    CancelMibChangeNotify2, MIB_IPINTERFACE_ROW, MIB_NOTIFICATION_TYPE, NotifyIpInterfaceChange,
};
use windows_sys::Win32::Networking::WinSock::AF_UNSPEC;

use super::{Ear, Heard};

/// Listens while this lives.
pub(crate) struct Network {
    handle: HANDLE,
    _ear: Box<Ear>,
}

impl Network {
    /// Begins to listen; where Windows cannot tell, nothing is heard.
    pub(crate) fn listen(ear: Ear) -> Self {
        let ear = Box::new(ear);
        let mut handle = std::ptr::null_mut();
        let context = (&raw const *ear).cast::<c_void>();
        // SAFETY: what is handed to the function lives until no more calls come, which `drop` makes sure of.
        unsafe { NotifyIpInterfaceChange(AF_UNSPEC, Some(changed), context, false, &raw mut handle) };
        Self { handle, _ear: ear }
    }
}

impl Drop for Network {
    fn drop(&mut self) {
        if !self.handle.is_null() {
            // SAFETY: the handle came from above; the call waits until none of its calls is under way.
            unsafe { CancelMibChangeNotify2(self.handle) };
        }
    }
}

unsafe extern "system" fn changed(
    context: *const c_void,
    _row: *const MIB_IPINTERFACE_ROW,
    _kind: MIB_NOTIFICATION_TYPE,
) {
    // SAFETY: it is the ear that `listen` handed over, which lives until no more calls come.
    let ear = unsafe { &*context.cast::<Ear>() };
    ear.tell(Heard::NetworkChanged);
}
