package io.cofound.platform.persistence;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Account {

    @Id
    UUID id;

    long balance;

    protected Account() {}

    Account(UUID id) {
        this.id = id;
    }
}
