/**
 * Who may speak to the customer. Each conversation has one floor; its epoch rises with every change, so that a message
 * written under an older epoch can be recognised and refused.
 */
@NullMarked
package dev.surety.escalation.floor;

import org.jspecify.annotations.NullMarked;
