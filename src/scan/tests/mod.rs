mod account;
mod property;
mod table;
