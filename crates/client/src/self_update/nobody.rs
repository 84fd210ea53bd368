//! A server that nobody asks: what is installed lies verified on this PC.

use catalog::Product;
use catalog::check_in::CheckIn;
use catalog::report::Report;

use crate::server::{CatalogAnswer, Delivery, PackageAnswer, Resume, Server, ServerError, Validator};

/// It has nothing and takes nothing; reports wait for who is started next.
pub(super) struct Nobody;

fn nothing(address: &str) -> ServerError {
    ServerError::NotFound { address: address.to_owned() }
}

impl Server for Nobody {
    fn catalog(&self, _known: Option<&Validator>) -> Result<CatalogAnswer, ServerError> {
        Err(nothing("update.xml"))
    }

    fn permits(&self, _product: &Product) -> Result<(), ServerError> {
        Ok(())
    }

    fn package(&self, product: &Product, _resume: Option<&Resume>) -> Result<PackageAnswer, ServerError> {
        Err(nothing(&product.url))
    }

    fn report(&self, _report: &Report) -> Result<Delivery, ServerError> {
        Err(nothing("reports"))
    }

    fn check_in(&self, _check_in: &CheckIn) -> Result<Delivery, ServerError> {
        Err(nothing("check-in"))
    }
}
