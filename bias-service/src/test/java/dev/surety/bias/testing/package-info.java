/** What the tests share: a small bot, and calls with tokens. */
package dev.surety.bias.testing;
