// A line may end behind a slash: here ∂L/∂Y stays in one line, and a name that is made whole does too.
export const unbroken = (text) => text.replaceAll("/∂", "/\u2060∂");
export const whole = (name) => unbroken(name.replaceAll(" ", "\u00a0"));
