package io.cofound.community.consent;

/**
 * What a member shall consent to; absent fields stay as they are.
 *
 * @param recommendation to be recommended things by what the member reads and writes
 * @param externalProcessing to have own texts judged by a language model outside the platform
 * @param analytics to have the own behaviour analysed person by person
 */
record ConsentChange(Boolean recommendation, Boolean externalProcessing, Boolean analytics) {

    boolean isEmpty() {
        return recommendation == null && externalProcessing == null && analytics == null;
    }
}
