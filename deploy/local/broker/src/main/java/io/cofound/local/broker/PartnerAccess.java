package io.cofound.local.broker;

import java.util.List;

import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.metadata.AccessControlEntryRecord;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.server.common.ApiMessageAndVersion;

/** What the one demonstration partner may do: read public topics in consumer groups of its own. */
final class PartnerAccess {

    /** Known to everybody, and good for this machine only: the listener is on loopback. */
    static final String CREDENTIALS = "SCRAM-SHA-256=[name=partner,password=partner]";

    private PartnerAccess() {}

    static List<ApiMessageAndVersion> rights() {
        return List.of(
                allowed(AclOperation.READ, ResourceType.TOPIC, "public."),
                allowed(AclOperation.DESCRIBE, ResourceType.TOPIC, "public."),
                allowed(AclOperation.READ, ResourceType.GROUP, "partner."));
    }

    private static ApiMessageAndVersion allowed(AclOperation operation, ResourceType type, String prefix) {
        return new ApiMessageAndVersion(
                new AccessControlEntryRecord()
                        .setId(Uuid.randomUuid())
                        .setPrincipal("User:partner")
                        .setHost("*")
                        .setOperation(operation.code())
                        .setPermissionType(AclPermissionType.ALLOW.code())
                        .setResourceType(type.code())
                        .setResourceName(prefix)
                        .setPatternType(PatternType.PREFIXED.code()),
                (short) 0);
    }
}
