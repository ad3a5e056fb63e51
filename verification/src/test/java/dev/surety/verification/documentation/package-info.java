/** What the documentation says, tried out. */
package dev.surety.verification.documentation;
