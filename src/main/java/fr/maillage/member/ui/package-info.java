/** The screens of accounts, invitations and the directory of a space. */
@NamedInterface("ui")
@NullMarked
package fr.maillage.member.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
