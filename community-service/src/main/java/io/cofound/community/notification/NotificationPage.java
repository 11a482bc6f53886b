package io.cofound.community.notification;

import java.util.List;

import io.cofound.platform.web.paging.Page;

/**
 * One page of a member's notifications, latest first.
 *
 * @param nextCursor where the next page starts; null on the last page
 * @param unreadCount of the whole list, not of the page
 */
record NotificationPage(List<NotificationView> items, String nextCursor, long unreadCount) {

    static NotificationPage of(Page<NotificationView> page, long unreadCount) {
        return new NotificationPage(page.items(), page.nextCursor(), unreadCount);
    }
}
