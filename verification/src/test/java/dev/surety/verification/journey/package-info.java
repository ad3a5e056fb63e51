/** What people do with Surety from end to end, each journey on a conversation of its own. */
package dev.surety.verification.journey;
