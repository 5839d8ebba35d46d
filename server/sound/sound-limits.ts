/** The largest file taken as sound: half an hour of 16-bit stereo WAV at 48,000 Hz fits. */
export const largestSoundBytes = 384 * 2 ** 20

/** The longest sound decoded or rendered. */
export const longestSoundSeconds = 3600

/** All sound goes out at this rate: a horn gives nothing over 8,000 Hz, and the embedded voice is made at it. */
export const houseRate = 22_050
