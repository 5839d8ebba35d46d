import type { MantineColorsTuple } from '@mantine/core'

/** The colour of the house: the blue-green of deep spring water. Shade 6 carries white text at 6.0:1, shade 5 at 4.8:1. */
export const spring: MantineColorsTuple = [
  '#edf6f6',
  '#d6eaeb',
  '#aed6d8',
  '#80bdc2',
  '#52a1a8',
  '#2a7d85',
  '#176b75',
  '#105862',
  '#0c444c',
  '#083137',
]

/** Paper and ink: warm, so that a day in front of it does not tire. */
export const paper: MantineColorsTuple = [
  '#faf9f6',
  '#f4f2ed',
  '#e9e6df',
  '#d8d4ca',
  '#b9b4a8',
  '#918c80',
  '#6d695f',
  '#514e46',
  '#34322d',
  '#1e1d1a',
]

/** The same at night; Mantine takes 0 for text, 7 for the page. */
export const night: MantineColorsTuple = [
  '#e9ecec',
  '#cfd5d5',
  '#a9b3b4',
  '#7c888a',
  '#4c585b',
  '#384447',
  '#2a3437',
  '#161d1f',
  '#111718',
  '#0b1011',
]

/** Only for an emergency, and for what cannot be taken back. */
export const alert: MantineColorsTuple = [
  '#fdefed',
  '#fadbd6',
  '#f3b3aa',
  '#ea877a',
  '#e05f50',
  '#cc3f2f',
  '#b3261e',
  '#951b15',
  '#75130f',
  '#560c09',
]

/** Only for drills: no other thing of the house is violet. */
export const drill: MantineColorsTuple = [
  '#f3f0fb',
  '#e3dcf6',
  '#c7b9ec',
  '#a993e0',
  '#8d71d4',
  '#7553c4',
  '#5f3dac',
  '#4e308f',
  '#3d2572',
  '#2c1955',
]

export const good: MantineColorsTuple = [
  '#ebf6ee',
  '#d2ead8',
  '#a6d5b3',
  '#76bd8a',
  '#4ba467',
  '#2c894b',
  '#1f6f3a',
  '#185a2f',
  '#124624',
  '#0c3219',
]

export const caution: MantineColorsTuple = [
  '#fdf5e4',
  '#f9e7c1',
  '#f0cf87',
  '#e4b44e',
  '#d0982a',
  '#ab7812',
  '#875b05',
  '#6d4903',
  '#533702',
  '#3a2601',
]
