export default function ResponsibilityPage() { return null; }
